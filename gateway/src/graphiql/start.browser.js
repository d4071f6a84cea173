// Runs in the browser, after GraphiQL and the client of graphql-ws: both are globals of their own scripts.
const { YogaGraphiQL, graphqlWs } = globalThis
const WORKERS = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' }
const ENDPOINT = '/graphql'

const WELCOME = `# Put a token into Headers below: {"authorization": "Bearer …"}
# \`npm run token -- --person ID\` prints one. Then read the schema anew by Shift-Ctrl-R.
# Ctrl-Enter runs an operation. Subscriptions go over a WebSocket with the same header.
query Me {
  viewer {
    trainee {
      displayName
    }
  }
}
`

globalThis.MonacoEnvironment = {
  getWorkerUrl: (_module, label) => `/graphiql/${WORKERS[label]}.worker.js`,
}

/** Header names as they are sent over HTTP: in lower case. */
const lowerCased = (headers = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

async function ask(operation, headers) {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    credentials: 'omit',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  })
  return response.json()
}

/** GraphQL errors as they are; a socket that was closed, or never opened, in words. */
function faultOf(reason) {
  if (Array.isArray(reason) || reason instanceof Error) return reason
  return new Error(reason.code ? `${reason.code} ${reason.reason}` : 'The socket could not be opened.')
}

/** What GraphiQL listens to: each subscription has a socket of its own, and so the headers of its own tab. */
const listen = (operation, headers) => ({
  subscribe(sink) {
    const url = new URL(ENDPOINT, location.href.replace(/^http/, 'ws')).toString()
    const client = graphqlWs.createClient({ url, connectionParams: headers, retryAttempts: 0 })
    const end = client.subscribe(operation, {
      next: sink.next,
      complete: sink.complete,
      error: (reason) => sink.error(faultOf(reason)),
    })
    const unsubscribe = () => {
      end()
      client.dispose()
    }
    return { unsubscribe }
  },
})

const STRINGS_AND_COMMENTS = /"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g
const INNERMOST = /\{[^{}]*\}/g
const OPERATION = /(?:^|;)\s*(query|mutation|subscription)\b\s*(\w*)/g

/** The operations in the text as it is sent: kind and name. */
function operationsIn(query) {
  let outline = query.replace(STRINGS_AND_COMMENTS, '')
  while (INNERMOST.test(outline)) outline = outline.replace(INNERMOST, ';')
  return [...outline.matchAll(OPERATION)].map(([, kind, name]) => ({ kind, name }))
}

/** GraphiQL learns the name a moment after the text: one that the text no longer has is not sent. */
function fetcher({ operationName, ...operation }, { headers } = {}) {
  const operations = operationsIn(operation.query)
  const named = operations.find(({ name }) => name && name === operationName)
  const sent = named ? { ...operation, operationName } : operation
  const { kind } = named ?? operations[0] ?? {}
  return kind === 'subscription' ? listen(sent, lowerCased(headers)) : ask(sent, lowerCased(headers))
}

YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  fetcher,
  title: 'Kompetanseportalen: graph',
  defaultQuery: WELCOME,
  headers: '{"authorization": "Bearer "}',
  // A token is worth as much as the person's login: it is not left behind in the browser.
  shouldPersistHeaders: false,
})
