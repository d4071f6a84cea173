import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Module = Readonly<Record<string, unknown>>

/** What leads on in a table of states, or of kinds of such tables: command → state, wherever it is. */
const commandsIn = (table: object): string[] =>
  Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'string' ? name : commandsIn(value as object),
  )

/** The commands of a feature's `…_COMMANDS` that lead nowhere in its `TRANSITIONS`. */
export function leadNowhere(modules: readonly Module[]): string[] {
  const exported = Object.assign({}, ...modules) as Module
  const possible = commandsIn((exported['TRANSITIONS'] ?? {}) as object)
  const lists = Object.entries(exported).filter(([name]) => name.endsWith('_COMMANDS'))
  return lists.flatMap(([, list]) => list as readonly string[]).filter((name) => !possible.includes(name))
}

/** The features that have a table of states: folder of their decisions → what its files export. */
export async function workflows(root: string): Promise<Readonly<Record<string, readonly Module[]>>> {
  const files = globSync('subgraphs/*/src/*/domain/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/testing.ts'],
  })
  const folders = [...new Set(files.map((file) => dirname(file)))].toSorted()
  const read = await Promise.all(
    folders.map(async (folder) => {
      const own = files.filter((file) => dirname(file) === folder)
      const modules = await Promise.all(own.map((file) => import(join(root, file)) as Promise<Module>))
      return [folder, modules] as const
    }),
  )
  return Object.fromEntries(read.filter(([, modules]) => modules.some((module) => 'TRANSITIONS' in module)))
}
