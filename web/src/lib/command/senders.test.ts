import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '../..')
const files = globSync('**/*.{ts,svelte}', { cwd: source })
  .filter((file) => !/generated|paraglide|^lib\/command|\.test\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }))

/** Everything that can be sent: the objects that `commands` makes, wherever they are. */
const senders = files.flatMap(({ text }) =>
  [...text.matchAll(/const (\w+) = commands\(/g)].map(([, name]) => name ?? ''),
)
const sends = ({ text }: { text: string }) => senders.some((name) => text.includes(`${name}.`))
const runs = ({ text }: { text: string }) => /\bnew Runner\(|work: GoalWork\b/.test(text)

/** The files that send a command without a runner, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'lib/shell/preferences.ts': 'the page is drawn anew in the chosen language, whatever came of keeping it',
  'routes/(app)/innsyn/+page.svelte': 'marks as seen without a press of a button, and tries again next time',
  'routes/(app)/veiledning/[id]/texts.svelte.ts': 'a text that is written saves itself, again and again',
  'routes/(app)/aktivitet/[id]/+page.svelte': 'Attachments and Comments run what they are given',
  'routes/(app)/mal/[id]/+page.svelte': 'Attachments and Comments run what they are given',
  'routes/(app)/tjenestetid/ny/+page.svelte': 'PeriodForm runs what it is given',
  'routes/(app)/tjenestetid/periode/[id]/endre/+page.svelte': 'PeriodForm runs what it is given',
}

describe('commands', () => {
  it('are sent by one function', () => {
    expect(files.filter(({ text }) => /\.mutation\(/.test(text)).map(({ file }) => file)).toEqual([])
    expect(readFileSync(join(import.meta.dirname, 'commands.ts'), 'utf8')).toContain('.mutation(')
  })

  it('are run by a runner, but for those listed here', () => {
    const others = files.filter(sends).filter((file) => !runs(file))
    expect(others.map(({ file }) => file).sort()).toEqual(Object.keys(ELSEWHERE).sort())
    expect(files.filter(sends).length).toBeGreaterThan(30)
  })

  it('are waited for by the runner alone: nobody else keeps a flag of it', () => {
    const flags = files.filter(({ text }) => /\b(busy|sending|saving) = \$state\((false)?\)/.test(text))
    expect(flags.map(({ file }) => file).sort()).toEqual([
      // Reading on in a list, and asking for a longer session, are no commands.
      'lib/graph/pages.svelte.ts',
      'lib/queue/use-queue.svelte.ts',
      'lib/shell/session-time.svelte.ts',
      'routes/(app)/veiledning/ConversationList.svelte',
    ])
  })

  it('are read in one place', () => {
    const reads = files.filter(({ text }) => /endsWith\('Success'\)|=== 'StaleVersion'/.test(text))
    expect(reads.map(({ file }) => file)).toEqual([])
  })
})
