import { createAdapter, createPool } from '@kompetanse/database'
import { PrismaClient, type Prisma } from './generated/db/client.ts'

export const SCHEMA = 'progress'
/** Nothing connects before the first query, so the schema can be printed with no database. */
export const url = process.env['DATABASE_URL'] ?? 'postgresql://progress@127.0.0.1/kompetanse'
export const pool = createPool({ url, schema: SCHEMA })
export const database = new PrismaClient({ adapter: createAdapter(pool, SCHEMA) })

/** A running transaction: who asks for one cannot be called outside of one. */
export type Tx = Prisma.TransactionClient
