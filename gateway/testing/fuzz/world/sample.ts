import { parseType, type TypeNode } from 'graphql'
import { hash } from '../random.ts'
import { POPULATION, possibleTypes, type Model } from './model.ts'

/** An object of the graph, identified by its type and key. */
export interface Source {
  readonly __typename: string
  readonly key: string
  /** What the gateway sent along with the key, in a subgraph. */
  readonly brought?: Readonly<Record<string, unknown>>
}

/** Leaf values by type; those that are falsy, or look like something else, come often. */
const LEAVES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, -1, 42, 2147483647],
  Float: [0, 0.5, -1.5, 1e21, 3],
  String: ['', 'x', '0', 'null', 'é"\\'],
  Boolean: [false, true],
  ID: ['', '0', 'x1'],
  Mood: ['CALM', 'WILD', 'SAD'],
  Any: [0, '', false, {}, [], { deep: [null, { __c0: 0 }] }, 'text', { __typename: 'Ghost', id: 1 }, [[0]]],
}

const parsed = new Map<string, TypeNode>()
function typeNode(type: string): TypeNode {
  const node = parsed.get(type) ?? parseType(type)
  parsed.set(type, node)
  return node
}

function sampleNamed(model: Model, name: string, seed: string): unknown {
  const leaves = LEAVES[name]
  if (leaves) return leaves[hash(seed) % leaves.length]
  const possible = possibleTypes(model, name)
  const type = possible[hash(`${seed}/type`) % possible.length] ?? name
  const isEntity = model.types.get(type)?.kind === 'entity'
  return {
    __typename: type,
    key: isEntity ? `${type}-${hash(`${seed}/at`) % POPULATION}` : seed,
  } satisfies Source
}

function sampleNode(model: Model, node: TypeNode, seed: string): unknown {
  if (node.kind === 'NonNullType') {
    // As long as it takes: the seed decides, so it ends the same way everywhere.
    for (let salt = 0; ; salt++) {
      const value = sampleNode(model, node.type, `${seed}!${salt}`)
      if (value !== null) return value
    }
  }
  if (hash(`${seed}/null`) % 7 === 0) return null
  if (node.kind === 'NamedType') return sampleNamed(model, node.name.value, seed)
  const length = hash(`${seed}/length`) % 4
  return Array.from({ length }, (_, at) => sampleNode(model, node.type, `${seed}/${at}`))
}

/** A value of a type, decided by the seed alone: leaves as JSON, objects as sources. */
export const sample = (model: Model, type: string, seed: string): unknown =>
  sampleNode(model, typeNode(type), seed)
