package diff

func (s *setting) sentences(c *Comparison) []string { return nil }
