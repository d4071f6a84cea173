import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directoryModels } from '@kompetanse/database/directory-models'
import type { Copy } from '@kompetanse/events'
import { listEvents } from '@kompetanse/schema/events/list'
import { buildASTSchema, parse } from 'graphql'

/** What a README lists, and what is so: heading of the list → names. */
export type Lists = Readonly<Record<string, readonly string[]>>

const NAMES = /`([^`\n]+)`/g
const namesIn = (text: string): string[] => [...text.matchAll(NAMES)].map(([, name = '']) => name)

/** What a README lists after `- **<heading>**:`, up to the next point or the next empty line. */
const listed = (readme: string, heading: string): string[] =>
  namesIn(
    new RegExp(`^- \\*\\*${heading}\\*\\*:([^]*?)(?=\\n\\n|\\n- |$(?![^]))`, 'm').exec(readme)?.[1] ?? '',
  )

/** The first column of the table of rooms. */
const rooms = (readme: string): string[] => {
  const table = /^\| room[^]*?\n\n/m.exec(readme)?.[0] ?? ''
  return [...table.matchAll(/^\|([^|\n]*)\|/gm)].slice(2).flatMap(([, cell = '']) => namesIn(cell))
}

/** The entries that a README lacks, and those that it should not have, beside its rooms. */
export function staleLists(readme: string, lists: Lists, folders: readonly string[]): string[] {
  const all: [string, readonly string[], readonly string[]][] = [
    ['rooms', rooms(readme), folders],
    ...Object.entries(lists).map(([heading, is]): [string, string[], readonly string[]] => [
      heading,
      listed(readme, heading),
      is,
    ]),
  ]
  return all.flatMap(([heading, says, is]) => [
    ...is.filter((name) => !says.includes(name)).map((name) => `${heading}: ${name} is missing`),
    ...says.filter((name) => !is.includes(name)).map((name) => `${heading}: there is no ${name}`),
  ])
}

/** The folders of sources, without what is generated. */
export const roomsOf = (sources: string): string[] =>
  readdirSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map(({ name }) => name)

function refusalsOf(sdl: string): string[] {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true })
  const refusal = schema.getType('Refusal')
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    'getInterfaces' in type && type.getInterfaces().some((one) => one === refusal) ? type.name : [],
  )
}

const EVERYWHERE = ['NotFound', 'StaleVersion']
const events = await listEvents()

async function copiesOf(folder: string): Promise<readonly Copy[]> {
  const file = join(folder, 'src/copies.ts')
  return existsSync(file) ? ((await import(file)) as { copies: readonly Copy[] }).copies : []
}

/** The tables of models; an enum is none. */
const tablesOf = (models: string): string[] =>
  [...models.matchAll(/^model [^]*?^}/gm)].flatMap(([model]) => /@@map\("(\w+)"\)/.exec(model)?.[1] ?? [])

/** What is so of a subgraph, from its contracts, copies, models and schema. */
export async function listsOf(root: string, name: string): Promise<Lists> {
  const folder = join(root, 'subgraphs', name)
  const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
  const copies = await copiesOf(folder)
  const models = read('subgraphs', name, 'prisma/schema.prisma')
  return {
    Publishes: (events[name] ?? []).map((event) => event.name),
    Hears: copies.map(({ event }) => event.name),
    Tables: tablesOf(models + (directoryModels(models) ?? '')),
    Refusals: refusalsOf(read('schema/subgraphs', `${name}.graphql`)).filter(
      (refusal) => !EVERYWHERE.includes(refusal),
    ),
  }
}

/** The codes that the gateway gives of its own. */
export const codesIn = (source: string): string[] =>
  [...source.matchAll(/^ {2}\| '([A-Z_]+)'$/gm)].map(([, code = '']) => code)
