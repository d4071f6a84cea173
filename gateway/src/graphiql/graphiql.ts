import { readFileSync } from 'node:fs'
import {
  css,
  editorWorkerService,
  graphqlWorker,
  js,
  jsonWorker,
} from '@graphql-yoga/render-graphiql/graphiql'
import { respond } from '../http/respond.ts'
import type { Route } from '../http/routes.ts'

/** All of it comes from here: nothing is loaded from, or sent to, anyone else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  // The editor sets styles as it is used, and its symbols are a font within its styles.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Kompetanseportalen: graph</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
  </head>
  <body class="no-focus-outline">
    <div id="root"></div>
    <script src="/graphiql/graphql-ws.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script type="module" src="/graphiql/start.js"></script>
  </body>
</html>
`

const SCRIPT = 'text/javascript'
const read = (path: string, base: string) => readFileSync(new URL(path, base), 'utf8')

const FILES: ReadonlyMap<Route['path'], readonly [type: string, body: string]> = new Map([
  ['/graphql', ['text/html', PAGE]],
  ['/graphiql/graphiql.css', ['text/css', css]],
  ['/graphiql/graphiql.js', [SCRIPT, js]],
  ['/graphiql/editor.worker.js', [SCRIPT, editorWorkerService]],
  ['/graphiql/json.worker.js', [SCRIPT, jsonWorker]],
  ['/graphiql/graphql.worker.js', [SCRIPT, graphqlWorker]],
  ['/graphiql/graphql-ws.js', [SCRIPT, read('../umd/graphql-ws.min.js', import.meta.resolve('graphql-ws'))]],
  ['/graphiql/start.js', [SCRIPT, read('start.browser.js', import.meta.url)]],
])

const HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** The page for trying operations, for a browser that comes to the graph, and its parts. */
export const graphiqlRoutes: readonly Route[] = [...FILES].map(([path, [type, body]]) => ({
  path,
  methods: ['GET'],
  who: 'anybody',
  ...(path === '/graphql' && { accepts: 'text/html' }),
  answer: (_request, response) => respond(response, type, { status: 200, body, headers: HEADERS }),
}))
