import { defineSubgraph } from '@kompetanse/process'
import { PrismaClient, type Prisma } from './generated/db/client.ts'

export const subgraph = defineSubgraph(import.meta.dirname, (options) => new PrismaClient(options))
export const { database, pool, bus } = subgraph

/** A running transaction: who asks for one cannot be called outside of one. */
export type Tx = Prisma.TransactionClient
