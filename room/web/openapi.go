package web

import _ "embed"

//go:embed openapi.json
var openAPI []byte

// openAPI gives the description of the JSON routes.
func (c *call) openAPI() error { return c.send("application/json", openAPI) }
