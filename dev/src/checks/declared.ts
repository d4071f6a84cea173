import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOfText, textsIn } from './imports.ts'

interface Manifest {
  readonly name?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}
interface Lock {
  readonly packages: Readonly<Record<string, Manifest>>
}

// Folders with a lockfile of their own are no workspaces.
const NOT_OURS = [
  '**/{node_modules,generated,paraglide,build,.svelte-kit,test-results}/**',
  '{dev/mutation,bench/peers}/**',
]
const NAME = /^(@[\w-]+\/)?[\w.-]+/

const readJson = <Read>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Read
const versionsIn = ({ dependencies = {}, devDependencies = {} }: Manifest) => ({
  ...dependencies,
  ...devDependencies,
})
const declaredBy = (manifest: Manifest) => [manifest.name ?? '', ...Object.keys(versionsIn(manifest))]

/** The workspaces of the repository at `root`, '' being its own, each with its manifest. */
function workspacesIn(root: string, lock: Lock): ReadonlyMap<string, Manifest> {
  const folders = Object.keys(lock.packages).filter((path) => !/(^|\/)node_modules\//.test(path))
  return new Map(folders.map((folder) => [folder, readJson<Manifest>(join(root, folder, 'package.json'))]))
}

const readLock = (root: string) => readJson<Lock>(join(root, 'package-lock.json'))

/** Packages that a workspace imports, and that neither it nor the root declares: `a: fast-check`. */
export function undeclared(root: string): string[] {
  const lock = readLock(root)
  const workspaces = workspacesIn(root, lock)
  const folders = [...workspaces.keys()].toSorted((one, other) => other.length - one.length)
  const ofRoot = declaredBy(workspaces.get('') ?? {})
  const found = [...textsIn(root, '**/*.{ts,svelte}', NOT_OURS)].flatMap(([file, text]) => {
    const folder = folders.find((each) => file.startsWith(`${each}/`)) ?? ''
    const declared = new Set([...ofRoot, ...declaredBy(workspaces.get(folder) ?? {})])
    return importsOfText(text)
      .map(({ path }) => NAME.exec(path)?.[0] ?? '')
      .filter((name) => `node_modules/${name}` in lock.packages && !declared.has(name))
      .map((name) => `${folder}: ${name}`)
  })
  return [...new Set(found)].toSorted()
}

/** Workspaces of which the lockfile says something else than their own `package.json`. */
export function otherThanLocked(root: string): string[] {
  const lock = readLock(root)
  const isOther = ([folder, manifest]: [string, Manifest]) => {
    const [own, locked] = [versionsIn(manifest), versionsIn(lock.packages[folder] ?? {})]
    return Object.keys({ ...own, ...locked }).some((name) => own[name] !== locked[name])
  }
  return [...workspacesIn(root, lock)].filter(isOther).map(([folder]) => folder)
}
