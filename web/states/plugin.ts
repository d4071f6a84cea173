import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const ADDRESS = '/dev/ui'

/** Serves every component of `lib/ui` in all its states, by the development server alone: builds are without it. */
export const statesPage = (): Plugin => ({
  name: 'states-page',
  apply: 'serve',
  config: () => ({ server: { fs: { allow: ['states'] } } }),
  configureServer: (server) =>
    void server.middlewares.use(ADDRESS, (_request, response, next) => {
      readFile(join(import.meta.dirname, 'index.html'), 'utf8')
        .then((html) => server.transformIndexHtml(ADDRESS, html))
        .then((html) => response.setHeader('content-type', 'text/html').end(html))
        .catch(next)
    }),
})
