import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { lexicographicSortSchema, parse, printSchema } from 'graphql'
import { markOneOf, oneOfInputs } from '../one-of.ts'
import { specified } from '../scalars.ts'
import { contractOf } from './contract.ts'

/** File name without ending → text. */
export type Texts = Readonly<Record<string, string>>

export interface Composition {
  readonly supergraph: string
  /** The graph as its clients see it. */
  readonly api: string
  /** Per tag, the part of the graph that outside clients may rely on. */
  readonly contracts: Texts
}

/** Tags of contracts with clients whose operations are not known here (B16). */
export const CONTRACT_TAGS = ['region'] as const

/** The addresses of subgraphs are in the environment of each process; the supergraph needs some address for each. */
const addressOf = (name: string) => `http://${name}/graphql`

/** Composes the subgraphs, or returns the errors of composition. */
export function compose(subgraphs: Texts): Composition | { readonly errors: readonly string[] } {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: addressOf(name),
    typeDefs: parse(sdl),
  }))
  const { supergraphSdl, errors } = composeServices(services)
  if (!supergraphSdl) return { errors: (errors ?? []).map(({ message }) => message) }
  const supergraph = markOneOf(supergraphSdl, Object.values(subgraphs).flatMap(oneOfInputs).toSorted())
  const api = specified(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema())
  return {
    supergraph: `${supergraph.trimEnd()}\n`,
    api: `${printSchema(lexicographicSortSchema(api))}\n`,
    contracts: Object.fromEntries(CONTRACT_TAGS.map((tag) => [tag, contractOf(supergraph, api, tag)])),
  }
}
