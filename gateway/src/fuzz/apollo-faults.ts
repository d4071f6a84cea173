import { Kind, type OperationDefinitionNode } from 'graphql'
import { readNameTable, type NameTable } from '../operation/names/name-table.ts'
import { protectNames } from '../operation/protected-names.ts'
import type { Operation } from './operation/make-operation.ts'
import type { FuzzWorld } from './world/make-world.ts'

/** A known fault of `@apollo/gateway`, and how an operation that can meet it is recognised. */
interface ApolloFault {
  readonly name: string
  meets(world: FuzzWorld, operation: Operation): boolean
}

const tables = new WeakMap<FuzzWorld, NameTable>()
function tableOf(world: FuzzWorld): NameTable {
  const table = tables.get(world) ?? readNameTable(world.supergraph)
  tables.set(world, table)
  return table
}

const FAULTS: readonly ApolloFault[] = [
  {
    name: 'a name of the client meets one that is fetched unseen',
    meets: (world, { document }) => {
      const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      return protectNames(document, operation as OperationDefinitionNode, tableOf(world)) !== null
    },
  },
]

/** The first known fault that can explain a wrong answer of Apollo's to the operation; null when none can. */
export const explainApollo = (world: FuzzWorld, operation: Operation): string | null =>
  FAULTS.find((fault) => fault.meets(world, operation))?.name ?? null
