import { afterAll, beforeAll, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

let development: World
let production: World
beforeAll(async () => {
  development = await aWorld(library, { developerTools: true })
  production = await aWorld(library, { developerTools: false })
})
afterAll(() => Promise.all([development.close(), production.close()]))

it('every part that the page names is served from here, and nothing else may be loaded', async () => {
  const page = await fetch(development.url, { headers: { accept: 'text/html' } })
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  const parts = [...(await page.text()).matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, path]) => path)
  expect(parts).toHaveLength(4)
  const workers = ['editor', 'json', 'graphql'].map((name) => `/graphiql/${name}.worker.js`)
  for (const path of [...parts, ...workers]) {
    const { status } = await fetch(new URL(path ?? '', development.url), { method: 'GET' })
    expect([path, status]).toEqual([path, 200])
  }
})

it('in production there is no page, and answers carry no policy of one', async () => {
  const page = await fetch(production.url, { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('content-type')]).toEqual([406, 'application/json; charset=utf-8'])
  const part = await fetch(new URL('/graphiql/start.js', production.url))
  expect(part.status).toBe(404)
  const { headers } = await development.ask('{ book(id: 1) { title } }')
  expect(headers.get('content-security-policy')).toBeNull()
})
