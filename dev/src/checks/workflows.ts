import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isForTests } from '@kompetanse/schema/for-tests'

type Module = Readonly<Record<string, unknown>>

/** What leads on in a table of states, or of kinds of such tables: command → state, wherever it is. */
const commandsIn = (table: object): string[] =>
  Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'string' ? name : commandsIn(value as object),
  )

const exportedBy = (modules: readonly Module[]): Module => Object.assign({}, ...modules) as Module

/** The commands of a feature: each of its `…_COMMANDS`. */
export const commandsOf = (modules: readonly Module[]): readonly string[] =>
  Object.entries(exportedBy(modules))
    .filter(([name]) => name.endsWith('_COMMANDS'))
    .flatMap(([, list]) => list as readonly string[])

/** The commands of a feature that lead nowhere in its `TRANSITIONS`. */
export function leadNowhere(modules: readonly Module[]): string[] {
  const possible = commandsIn((exportedBy(modules)['TRANSITIONS'] ?? {}) as object)
  return commandsOf(modules).filter((name) => !possible.includes(name))
}

/** The features that decide something: folder of their decisions → what its files export. */
export async function domains(root: string): Promise<Readonly<Record<string, readonly Module[]>>> {
  const files = globSync('subgraphs/*/src/*/domain/*.ts', { cwd: root }).filter((file) => !isForTests(file))
  const folders = [...new Set(files.map((file) => dirname(file)))].toSorted()
  const read = await Promise.all(
    folders.map(async (folder) => {
      const own = files.filter((file) => dirname(file) === folder)
      const modules = await Promise.all(own.map((file) => import(join(root, file)) as Promise<Module>))
      return [folder, modules] as const
    }),
  )
  return Object.fromEntries(read)
}

/** Those of them that have a table of states. */
export async function workflows(root: string): Promise<Readonly<Record<string, readonly Module[]>>> {
  const found = Object.entries(await domains(root))
  return Object.fromEntries(found.filter(([, modules]) => modules.some((module) => 'TRANSITIONS' in module)))
}
