import type { ResolverConfig, UpdatesConfig } from '@urql/exchange-graphcache'

/** What one feature has the cache do beside storing answers. */
export type CachePart = {
  Subscription?: NonNullable<UpdatesConfig['Subscription']>
  Mutation?: NonNullable<UpdatesConfig['Mutation']>
  /** Of lists that are read a page at a time. */
  Query?: NonNullable<ResolverConfig['Query']>
}

/** The parts as one. A field is one feature's: two that claim it would each undo the other. */
export const joined = (parts: readonly CachePart[], of: keyof CachePart) => {
  const entries = parts.flatMap((part) => Object.entries(part[of] ?? {}))
  const names = entries.map(([name]) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`Two features update the cache after ${twice}`)
  return Object.fromEntries(entries)
}
