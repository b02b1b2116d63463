// Command reprise compares United Nations resolutions clause by clause.
package main

func main() {}
