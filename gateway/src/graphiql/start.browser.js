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

/** What GraphiQL listens to: each subscription has a socket of its own, and so the headers of its own tab. */
const listen = (operation, headers) => ({
  subscribe(sink) {
    const url = new URL(ENDPOINT, location.href.replace(/^http/, 'ws')).toString()
    const client = graphqlWs.createClient({ url, connectionParams: headers, retryAttempts: 0 })
    const end = client.subscribe(operation, {
      next: sink.next,
      complete: sink.complete,
      error: (reason) => sink.error(reason.reason ? new Error(`${reason.code} ${reason.reason}`) : reason),
    })
    const unsubscribe = () => {
      end()
      client.dispose()
    }
    return { unsubscribe }
  },
})

const kindOf = ({ definitions }, name) =>
  definitions.find((each) => each.kind === 'OperationDefinition' && (!name || each.name?.value === name))
    ?.operation

function fetcher(operation, { headers, documentAST } = {}) {
  const sent = lowerCased(headers)
  const kind = documentAST && kindOf(documentAST, operation.operationName)
  return kind === 'subscription' ? listen(operation, sent) : ask(operation, sent)
}

YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  fetcher,
  title: 'Kompetanseportalen: graph',
  defaultQuery: WELCOME,
  headers: '{"authorization": "Bearer "}',
  // A token is worth as much as the person's login: it is not left behind in the browser.
  shouldPersistHeaders: false,
})
