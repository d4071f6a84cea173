import { listSubgraphs } from '../subgraphs.ts'

/** A schema of the database, and who may do what in it. */
export interface SchemaRoles {
  readonly schema: string
  /** Reads and writes rows. Reaches this schema and nothing of the others. */
  readonly serving: string
  /** Owns the schema and its tables: applies migrations. Serves nobody, so whoever serves can loosen no guard. */
  readonly owner: string
  /** Publishes and consumes events. */
  readonly onBus: boolean
}

/** The role with which a subgraph serves, and its schema: the subgraph's name as SQL writes it. */
export const roleOf = (subgraph: string): string => subgraph.replaceAll('-', '_')

/** The role that owns a subgraph's tables. */
export const ownerOf = (subgraph: string): string => `${roleOf(subgraph)}_owner`

/** Every role that may log in. */
export const databaseRoles = (): readonly string[] => [
  ...new Set(schemaRoles().flatMap(({ serving, owner }) => [serving, owner])),
]

/** One schema for each subgraph, and one where the web keeps its sessions. */
export function schemaRoles(): readonly SchemaRoles[] {
  const subgraphs = listSubgraphs().map(({ name }) => ({
    schema: roleOf(name),
    serving: roleOf(name),
    owner: ownerOf(name),
    onBus: true,
  }))
  return [...subgraphs, { schema: 'web', serving: 'web', owner: 'web', onBus: false }]
}
