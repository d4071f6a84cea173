import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { print, type DocumentNode } from 'graphql'
import { readBundle } from './bundle.ts'
import { readFormer } from './former.ts'

/** The committed registry: `<client>.graphql` each, and below `former/` what clients sent until lately. */
export const OPERATIONS_PATH = fileURLToPath(new URL('../../operations', import.meta.url))

const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'))

/** All that a gateway is to answer by hash. Throws when there is no such folder, and for what is no GraphQL. */
export function readRegistered(folder: string): DocumentNode[] {
  const former = join(folder, 'former')
  return [
    ...textsIn(folder).flatMap((text) => [...readBundle(text).values()]),
    ...(existsSync(former)
      ? textsIn(former)
          .flatMap(readFormer)
          .map(({ document }) => document)
      : []),
  ]
}

/** Name → text of what a client has registered. */
export const operationsOf = (client: string): ReadonlyMap<string, string> =>
  new Map(
    [...readBundle(readFileSync(join(OPERATIONS_PATH, `${client}.graphql`), 'utf8'))].map(
      ([name, document]) => [name, print(document)],
    ),
  )
