package web

// routes are all that the server can be asked for.
var routes []route

func init() {
	routes = []route{
		{"GET /assets/{name}", anybody, (*call).asset},
		{"GET /favicon.ico", anybody, (*call).icon},
		{"GET /enter", anybody, (*call).enter},
		{"GET /sign-in", anybody, (*call).goSignIn},
		{"GET /signed-in", anybody, (*call).signedIn},
		{"GET /join/{secret}", anybody, (*call).invitation},
		{"POST /join/{secret}", anybody, (*call).join},
		{"GET /openapi.json", anybody, (*call).openAPI},

		{"GET /{$}", reader, (*call).startPage},
		{"POST /leave", reader, (*call).leave},
		{"GET /symbols", reader, (*call).symbols},
		{"GET /find", reader, (*call).find},
		{"GET /series/{symbol...}", reader, (*call).series},
		{"GET /clause/{clause...}", reader, (*call).clause},
		{"POST /rooms", reader, (*call).makeRoom},

		{"GET /compare", reader, (*call).compare},
		{"GET /agreed", reader, (*call).agreed},
		{"POST /texts", reviewer, (*call).bring},
		{"GET /room/{room}", reader, (*call).roomPage},
		{"GET /room/{room}/compare", reader, (*call).compare},
		{"GET /room/{room}/agreed", reader, (*call).agreed},
		{"GET /room/{room}/events", reader, (*call).events},
		{"GET /room/{room}/entries", reader, (*call).entries},
		{"POST /room/{room}/entries", reviewer, (*call).say},
		{"POST /room/{room}/reviews", reviewer, (*call).takeReview},
		{"GET /room/{room}/export", reader, (*call).export},
		{"POST /room/{room}/versions", editor, (*call).bringVersion},
		{"POST /room/{room}/places", editor, (*call).place},
		{"POST /room/{room}/invitations", editor, (*call).invite},
		{"POST /room/{room}/members", editor, (*call).setMember},
		{"GET /room/{room}/audit", editor, (*call).audit},
	}
}
