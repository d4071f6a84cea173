import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDemoPersons } from '../demo-persons.ts'
import { ROOT } from '../root.ts'
import { startSystem, type System } from '../system.ts'
import { findBrowser } from './browser.ts'
import { startControl } from './control.ts'
import { command, type Step } from './step.ts'

/** Users at work in a browser, on a whole portal of its own with the synthetic persons. */
export const endToEnd: Step = {
  name: 'end to end',
  run: async () => {
    const browser = await findBrowser()
    const system = await startSystem({ mode: 'test' })
    const control = await startControl(system)
    const report = join(ROOT, 'test-results/playwright.json')
    try {
      const code = await command(
        ['playwright', 'test', '--config', 'dev/playwright.config.ts', '--reporter=list,json'],
        {
          ...(await surroundings(system)),
          E2E_CONTROL: control.url,
          E2E_BROWSER: browser,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      )
      const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
        stats: { expected: number; unexpected: number; flaky: number }
      }
      return { passed: stats.expected + stats.flaky, failed: code === 0 ? 0 : Math.max(1, stats.unexpected) }
    } finally {
      control.stop()
      await system.stop()
    }
  },
}

/** Who tries operations on the graph itself, which takes a token and no login. */
const TRIES_THE_GRAPH = 'Ingrid Solheim'
/** Seconds; the token is given before the first story, and the last may need it. */
const TOKEN_LIFETIME = 3_600

async function surroundings({ web, graph, token }: System): Promise<Record<string, string>> {
  const person = readDemoPersons(ROOT).find(({ displayName }) => displayName === TRIES_THE_GRAPH)
  return { E2E_WEB: web, E2E_GRAPH: graph, E2E_TOKEN: await token(person?.id ?? '', TOKEN_LIFETIME) }
}
