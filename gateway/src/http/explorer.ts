/** A page to try operations on while developing. It loads nothing from elsewhere and is not served in production. */
export const EXPLORER_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Kompetanseportalen: graph</title>
<style>
  body { font: 15px system-ui, sans-serif; margin: 0; display: grid; grid-template: auto 1fr / 1fr 1fr; height: 100vh }
  header { grid-column: 1 / 3; padding: .5rem 1rem; display: flex; gap: 1rem; align-items: center; flex-wrap: wrap }
  section { display: grid; grid-template-rows: 3fr auto 1fr; padding: 0 0 1rem 1rem; min-height: 0 }
  textarea, pre { font: 14px ui-monospace, monospace; margin: 0; padding: .5rem; border: 1px solid #888; overflow: auto }
  pre { margin: 0 1rem 1rem; white-space: pre-wrap } label { padding: .25rem 0 } input { width: 24rem; font: inherit }
</style>
<header>
  <strong>Graph</strong> <button id="run">Run (Ctrl+Enter)</button> <button id="schema">Schema</button>
  <label>Access token <input id="token" type="password" autocomplete="off"></label>
</header>
<section>
  <textarea id="query" aria-label="Operation" spellcheck="false">query Me { viewer { trainee { id displayName } } }</textarea>
  <label for="variables">Variables</label>
  <textarea id="variables" spellcheck="false">{}</textarea>
</section>
<pre id="answer" aria-live="polite"></pre>
<script>
  const at = (id) => document.getElementById(id)
  const show = (value) => { at('answer').textContent = typeof value === 'string' ? value : JSON.stringify(value, null, 2) }
  async function send(query, variables) {
    const headers = { 'content-type': 'application/json' }
    if (at('token').value) headers.authorization = 'Bearer ' + at('token').value
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    return response.json()
  }
  async function run() {
    try { show(await send(at('query').value, JSON.parse(at('variables').value || '{}'))) } catch (error) { show(String(error)) }
  }
  const TYPES = '{ __schema { types { kind name description fields { name type { ...T } args { name type { ...T } } } inputFields { name type { ...T } } enumValues { name } possibleTypes { name } } } } fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }'
  const type = (t) => t.kind === 'NON_NULL' ? type(t.ofType) + '!' : t.kind === 'LIST' ? '[' + type(t.ofType) + ']' : t.name
  const args = (list) => list?.length ? '(' + list.map((a) => a.name + ': ' + type(a.type)).join(', ') + ')' : ''
  const members = (t) => (t.fields ?? t.inputFields ?? []).map((f) => '  ' + f.name + args(f.args) + ': ' + type(f.type))
    .concat((t.enumValues ?? []).map((v) => '  ' + v.name)).concat(t.kind === 'UNION' ? '  ' + t.possibleTypes.map((p) => p.name).join(' | ') : [])
  async function schema() {
    const { data, errors } = await send(TYPES, {})
    if (!data) return show({ errors })
    show(data.__schema.types.filter((t) => !t.name.startsWith('__')).map((t) => t.kind.toLowerCase() + ' ' + t.name + '\\n' + members(t).join('\\n')).join('\\n\\n'))
  }
  at('run').onclick = run
  at('schema').onclick = schema
  addEventListener('keydown', (event) => { if (event.ctrlKey && event.key === 'Enter') run() })
</script>
</html>
`
