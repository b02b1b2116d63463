package wordmltest

func Faults(docx []byte) []string { return nil }
