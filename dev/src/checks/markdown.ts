import { dirname, join } from 'node:path'

/** A document in Markdown. */
interface Document {
  /** Its path in the repository. */
  readonly path: string
  readonly text: string
}

const LINK = /\]\((?:<([^>]+)>|([^)\s]+))\)/g
const QUOTED = /`([^`\n]+)`/g
const IN_DRAWING = /[\w./-]+\.(?:ts|svelte)\b/g
const FENCED = /^```(\w*)\n([^]*?)^```$/gm
const HEADING = /^#{1,6} (.+)$/gm
const KNOWN = /\.(?:ts|js|svelte|graphql|json|prisma|sql|css|yml|md)$/
/** Placeholders in a path: `subgraphs/X/src/<feature>`, `queue/*.ts`. */
const PLACEHOLDER = /<\w+>|\bX\b|\*+/g

/** How a heading is linked to. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const prose = (text: string): string => text.replaceAll(FENCED, '')
const drawings = (text: string): string[] =>
  [...text.matchAll(FENCED)].flatMap(([, language, body = '']) => (language === 'mermaid' ? body : []))

function brokenLinks({ path, text }: Document, all: ReadonlyMap<string, string>, paths: Paths): string[] {
  const links = [...prose(text).matchAll(LINK)].map(([, inAngles, plain = '']) => inAngles ?? plain)
  return links
    .filter((link) => !/^\w+:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#')
      const target = file ? join(dirname(path), decodeURI(file)) : path
      if (anchor === undefined) return !paths.has(target)
      const headings = [...prose(all.get(target) ?? '').matchAll(HEADING)]
      return !headings.some(([, heading = '']) => anchorOf(heading) === anchor)
    })
}

/** What looks like a path of the repository: a file of a known kind, a folder, or below one of its folders. */
function namedPaths(text: string, { top }: Paths): string[] {
  const quoted = [...prose(text).matchAll(QUOTED)].map(([, name = '']) => name)
  const drawn = drawings(text).flatMap((drawing) => [...drawing.matchAll(IN_DRAWING)].map(([name]) => name))
  return [...quoted, ...drawn].filter((name) => {
    if (!/^[\w(][^\s{}…]*$/.test(name)) return false
    return KNOWN.test(name) || name.endsWith('/') || (name.includes('/') && top.has(name.split('/')[0] ?? ''))
  })
}

/** Files and folders of a repository. */
interface Paths {
  readonly top: ReadonlySet<string>
  has(path: string): boolean
  /** Whether a path ends so; of a name with placeholders, whether any fits. */
  hasEnd(name: string): boolean
}

function pathsOf(files: readonly string[]): Paths {
  const foldersOf = (path: string) => path.split('/').map((_, at, steps) => steps.slice(0, at).join('/'))
  const all = new Set(files.flatMap((file) => [file, ...foldersOf(file).slice(1)]))
  const text = `\n${[...all].join('\n')}\n`
  const escape = (part: string) => part.replaceAll(/[.()[\]+?$^|\\]/g, '\\$&')
  return {
    top: new Set([...all].filter((path) => !path.includes('/'))),
    has: (path) => all.has(path.replace(/\/$/, '')),
    hasEnd: (name) => {
      const pattern = name.replace(/\/$/, '').split(PLACEHOLDER).map(escape).join('[^\\n]*')
      return new RegExp(`[\\n/]${pattern}\\n`).test(text)
    },
  }
}

/**
 * Links without a target, and paths that no file or folder has, each after its document. `made` are the folders that a
 * run creates, as `.gitignore` names them.
 */
export function brokenNames(
  documents: readonly Document[],
  files: readonly string[],
  made: readonly string[] = [],
): string[] {
  const paths = pathsOf(files)
  const all = new Map(documents.map(({ path, text }) => [path, text]))
  return documents.flatMap((document) => [
    ...brokenLinks(document, all, paths).map((link) => `${document.path} links to ${link}`),
    ...namedPaths(document.text, paths)
      .filter((name) => !paths.hasEnd(name) && !made.some((folder) => name.endsWith(folder)))
      .map((name) => `${document.path} names ${name}`),
  ])
}
