import { bulkCommand } from '../../../graph/bulk.ts'
import { onActivities } from '../bulk.ts'
import { RejectActivityResult } from './reject.ts'

bulkCommand({
  ...onActivities('REJECT', 'RejectActivity'),
  many: 'RejectActivities',
  result: RejectActivityResult,
  commentRequired: true,
})
