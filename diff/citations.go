package diff

func (s *setting) citationChanges(changes []Change) []CitationChange { return nil }
