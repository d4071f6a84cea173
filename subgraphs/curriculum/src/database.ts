import { createAdapter, createPool } from '@kompetanse/database'
import { PrismaClient, type Prisma } from './generated/db/client.ts'

export const SCHEMA = 'curriculum'
/** Nothing connects before the first query, so the schema can be printed with no database. */
export const url = process.env['DATABASE_URL'] ?? 'postgresql://curriculum@127.0.0.1/kompetanse'
export const pool = createPool({ url, schema: SCHEMA })
export const database = new PrismaClient({ adapter: createAdapter(pool, SCHEMA) })
export type Tx = Prisma.TransactionClient
