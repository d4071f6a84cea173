import { evidenceOf } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { Conversation } from '../../generated/db/client.ts'

export type Decided = Pick<Conversation, 'id' | 'status'>

export const { isUnverified, shownStatus } = evidenceOf<Decided>('conversation', pool, ['FINALISED'])
