import type { Operations, Published } from './changes/breaks.ts'
import type { Composition, Texts } from './compose.ts'

/** Path below schema/ → text. */
export type Files = Readonly<Record<string, string>>

/** Where the published state lies, below schema/. */
export const PUBLISHED = 'published'
/** Where a break of it is accepted, below schema/. */
export const ACCEPTED_BREAKS = 'accepted-breaks.json'

/** The files that say what clients rely on from now on. */
export function publishedFiles({ api, contracts }: Composition, operations: Operations): Files {
  const files: Record<string, string> = { [`${PUBLISHED}/api.graphql`]: api }
  for (const [tag, text] of Object.entries(contracts)) files[`${PUBLISHED}/contracts/${tag}.graphql`] = text
  for (const [client, texts] of Object.entries(operations))
    for (const [name, text] of Object.entries(texts))
      files[`${PUBLISHED}/operations/${client}/${name}.graphql`] = text
  return files
}

/** The state that files below a folder hold, by their paths in it; null when they hold none. */
export function publishedOf(files: Files): Published | null {
  const api = files['api.graphql']
  if (api === undefined) return null
  const contracts: Record<string, string> = {}
  const operations: Record<string, Record<string, string>> = {}
  for (const [path, text] of Object.entries(files)) {
    const [, folder, rest = ''] = /^(contracts|operations)\/(.+)\.graphql$/.exec(path) ?? []
    const [client = '', name = ''] = rest.split('/')
    if (folder === 'contracts') contracts[rest] = text
    if (folder === 'operations') (operations[client] ??= {})[name] = text
  }
  return { api, contracts: contracts satisfies Texts, operations }
}
