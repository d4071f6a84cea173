import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ROOT } from './root.ts'

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>
}
interface Script {
  readonly folder: string
  readonly name: string
  /** What runs, one after another. */
  readonly commands: readonly string[]
}

const IGNORED = /(^|\/)(node_modules|build|\.svelte-kit|\.data|\.turbo|test-results)(\/|$)/
const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: ROOT, exclude: (path) => IGNORED.test(path) }).toSorted()
const readJson = <Read>(path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Read

const scriptsOf = (path: string): Script[] =>
  Object.entries(readJson<Manifest>(path).scripts ?? {}).map(([name, text]) => ({
    folder: dirname(path),
    name,
    commands: text.split(' && '),
  }))

const manifests = filesOf('**/package.json')
const scripts = manifests.flatMap(scriptsOf)
const ofRoot = scripts.filter(({ folder }) => folder === '.')
const ofPackages = scripts.filter(({ folder }) => folder !== '.')
const { tasks } = readJson<{ tasks: Record<string, { dependsOn?: string[] }> }>('turbo.json')

/** Why a command could not begin in a clone in which `npm ci` alone has run; null when it can. */
function missing(folder: string, command: string): string | null {
  const [program = '', first = '', second = ''] = command.split(' ')
  if (program === 'node') return existsSync(join(ROOT, folder, first)) ? null : `no file ${first}`
  if (program === 'turbo') return first === 'run' && tasks[second] ? null : `no task ${second}`
  if (program === 'npm') {
    const name = command.split(' ').at(-1) ?? ''
    return scripts.some((each) => each.folder === folder && each.name === name) ? null : `no script ${name}`
  }
  return existsSync(join(ROOT, 'node_modules/.bin', program)) ? null : `no program ${program}`
}

describe('each script works in a fresh clone, by itself, after npm ci', () => {
  test('they are all here', () => {
    expect(manifests.length).toBeGreaterThan(15)
    expect(ofRoot.length).toBeGreaterThan(15)
    expect(missing('.', 'node dev/src/nowhere.ts')).toBe('no file dev/src/nowhere.ts')
  })

  test.each(scripts)('$folder: npm run $name begins with what is there', ({ folder, commands }) => {
    expect(commands.map((command) => missing(folder, command))).toEqual(commands.map(() => null))
  })

  test('npm ci has made what is generated', () => {
    expect(ofRoot.find(({ name }) => name === 'prepare')?.commands).toEqual(['npm run --silent generate'])
    expect(ofRoot.find(({ name }) => name === 'generate')?.commands[0]).toMatch(/^turbo run generate /)
  })

  test('what is generated is made by the package whose sources use it', () => {
    const users = filesOf('{web,gateway,schema,dev,deploy,bench,subgraphs}/**/*.{ts,svelte}')
      .filter((path) => !/\/(generated|paraglide)\//.test(path))
      .filter((path) =>
        /^ {0,2}(?:import|export|\})[^'\n]* from '[^']*\/(generated|paraglide)\//m.test(
          readFileSync(join(ROOT, path), 'utf8'),
        ),
      )
    const packages = new Set(
      users.map((path) => manifests.map(dirname).findLast((folder) => path.startsWith(`${folder}/`))),
    )
    expect(packages.size).toBeGreaterThan(5)
    const generating = scripts.filter(({ name }) => name === 'generate').map(({ folder }) => folder)
    expect([...packages].filter((folder) => !generating.includes(folder ?? ''))).toEqual([])
  })

  test('those of a package are tasks, which run after what they rest on; save what people run there', () => {
    const others = ofPackages.filter(({ name }) => !tasks[name])
    expect(others.map(({ folder, name }) => `${folder}: ${name}`)).toEqual(['web: dev'])
    const restless = Object.entries(tasks).filter(([task]) => !task.endsWith('generate'))
    for (const [task, { dependsOn }] of restless)
      expect([task, dependsOn]).toEqual([task, expect.arrayContaining(['generate'])])
  })

  test.each(ofRoot.filter(({ commands }) => commands[0]?.startsWith('node ')))(
    'npm run $name -- --help loads all of it, and says what it does',
    async ({ name }) => {
      const run = promisify(execFile)('npm', ['run', '--silent', name, '--', '--help'], { cwd: ROOT })
      const { stdout } = await run
      expect(stdout).toContain(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`)
    },
  )
})
