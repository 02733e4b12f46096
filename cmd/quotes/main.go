// Command quotes prints who said what in news reports, and where.
package main

func main() {}
