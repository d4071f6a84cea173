import { basename, dirname } from 'node:path'
import { importsIn, sourcesOf } from './imports.ts'

const SOURCES = '**/*.{ts,svelte}'
const DOCUMENT = /\bconst (\w+) = graphql\(\s*`\s*(query|mutation|subscription|fragment)\b/g
const COMMANDS = /\bconst (\w+) = commands\(\{([^}]*)\}/g
const SENDER = /= commands\(\{/

interface Document {
  readonly name: string
  readonly kind: string
  readonly file: string
  /** The files that use it; its own is among them where it is used there. */
  readonly users: readonly string[]
}

/** Beside its declaration; what is written in documents names no constant. */
const isUsedIn = (text: string, name: string) =>
  [...text.replace(/graphql\(\s*`[^`]*`/g, '').matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1

/** Every document of the web's `src`, with its users. */
export function documentsIn(root: string): Document[] {
  const sources = sourcesOf(root, SOURCES)
  const imports = importsIn(root, SOURCES)
  return [...sources].flatMap(([file, text]) =>
    [...text.matchAll(DOCUMENT)].map(([, name = '', kind = '']) => ({
      ...{ name, kind, file },
      users: [
        ...imports
          .filter((each) => each.imported === file && each.names.includes(name))
          .map((each) => each.file),
        ...(isUsedIn(text, name) ? [file] : []),
      ],
    })),
  )
}

/** Documents without a user, and commands that are never called: no file has `goalCommands.approve`. */
export function unusedDocuments(root: string): string[] {
  const texts = [...sourcesOf(root, SOURCES).values()]
  const commands = texts.flatMap((text) =>
    [...text.matchAll(COMMANDS)].flatMap(([, name = '', members = '']) =>
      [...members.matchAll(/(\w+)(?:: \w+)?\s*(?:,|$)/g)].map(([, member = '']) => `${name}.${member}`),
    ),
  )
  return [
    ...documentsIn(root)
      .filter(({ users }) => users.length === 0)
      .map(({ file, name }) => `${name} of ${file}`),
    ...commands.filter((command) => !texts.some((text) => text.includes(command))),
  ]
}

/** The folder that all of these are in, or below. */
function commonFolder(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => dirname(file).split('/'))
  const end = first.findIndex((part, at) => others.some((other) => other[at] !== part))
  return (end === -1 ? first : first.slice(0, end)).join('/')
}

/** Queries that only pages use, and that are not in the folder of the page, or of the section, that uses them. */
export const queriesOutsideTheirPage = (root: string): string[] =>
  documentsIn(root)
    .filter(({ kind, users }) => kind === 'query' && users.every((file) => file.startsWith('routes/')))
    .map((each) => ({ ...each, page: commonFolder(each.users) }))
    .filter(({ file, page }) => page.split('/').length > 2 && dirname(file) !== page)
    .map(({ file, name, page }) => `${name} of ${file} is used only in ${page}`)

/**
 * Mutations, and calls of `commands`, that are in another file than a `commands.ts`, and what such a file asks: whoever
 * looks for what a page changes reads one file. Fragments go where both sides reach them.
 */
export function documentsOutsideTheirFile(root: string): string[] {
  const isOfCommands = (file: string) => basename(file) === 'commands.ts'
  const misplaced = documentsIn(root).filter(({ kind, file }) =>
    isOfCommands(file) ? kind === 'query' || kind === 'subscription' : kind === 'mutation',
  )
  const senders = [...sourcesOf(root, SOURCES)].filter(
    ([file, text]) => !isOfCommands(file) && SENDER.test(text),
  )
  return [
    ...misplaced.map(({ kind, name, file }) => `the ${kind} ${name} of ${file}`),
    ...senders.map(([file]) => `commands({…}) of ${file}`),
  ]
}
