import { directoryCopies } from '@kompetanse/directory'
import { pool } from './database.ts'

/** What this subgraph keeps of others: the directory. */
export const copies = directoryCopies(pool)
