import { importsIn, textOf } from './imports.ts'

/** What each layer of a feature may import of the layers of its own and other features. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  persistence: ['domain', 'persistence'],
  'use-cases': ['domain', 'persistence', 'use-cases'],
  graphql: ['domain', 'persistence', 'use-cases', 'graphql'],
}

const layerOf = (path: string): string | undefined => path.split('/').find((part) => part in MAY)

/** Imports against the direction graphql → use-cases → domain, use-cases → persistence, by types too. */
export const againstTheLayers = (root: string): string[] =>
  importsIn(root)
    .filter(({ file, imported }) => {
      const [from, to] = [layerOf(file), layerOf(imported)]
      return from && to && !MAY[from]?.includes(to)
    })
    .map(textOf)
