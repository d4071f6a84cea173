import { importsIn, sourcesOf, textOf } from './imports.ts'

/** What each layer of a feature may import of the layers of its own and other features. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  persistence: ['domain', 'persistence'],
  'use-cases': ['domain', 'persistence', 'use-cases'],
  graphql: ['domain', 'persistence', 'use-cases', 'graphql'],
}

/** What is of a layer without its folder: shared types of the graph, queries that others put together, logs of events. */
const BY_PLACE: readonly (readonly [RegExp, string])[] = [
  [/^builder\.ts$/, 'graphql'],
  [/^graph\//, 'graphql'],
  [/^directory\/[^/]+$/, 'persistence'],
  [/^live\/[^/]+$/, 'persistence'],
]

/** What is no feature's: it starts the process, fills it, tests it; or talks to something else than the graph. */
const NO_FEATURE =
  /^[^/]+$|^(generated|testing|seed|actor-changes|for-gateway)\/|^attachments\/((content|http|scanning|storage)\/|[^/]+$)/

const layerOf = (path: string): string | undefined =>
  path.split('/').find((part) => part in MAY) ?? BY_PLACE.find(([place]) => place.test(path))?.[1]

/** Imports against the direction graphql → use-cases → domain, use-cases → persistence, by types too. */
export const againstTheLayers = (root: string): string[] =>
  importsIn(root)
    .filter(({ file, imported }) => {
      const [from, to] = [layerOf(file), layerOf(imported)]
      return from && to && !MAY[from]?.includes(to)
    })
    .map(textOf)

/** Files of features that are in no layer, so that nothing says what they may import. */
export const withoutLayer = (files: readonly string[]): string[] =>
  files.filter((file) => !layerOf(file) && !NO_FEATURE.test(file))

/** A call of a table or of SQL, by the names that a transaction and the database go by; `$transaction` is neither. */
const QUERY =
  /\b(?:tx|db|database|prisma)\s*\.\s*\w+\s*\.\s*\w+\s*\(|\bpool\s*\.\s*query\b|\$(?:query|execute)Raw/

/** Use cases that query by themselves: a table is known in `persistence/` alone. */
export const queriesInUseCases = (root: string): string[] =>
  [...sourcesOf(root)]
    .filter(([file, text]) => layerOf(file) === 'use-cases' && QUERY.test(text))
    .map(([file]) => file)
