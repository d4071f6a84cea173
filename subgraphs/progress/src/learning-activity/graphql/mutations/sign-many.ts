import { bulkCommand } from '../../../graph/bulk.ts'
import { onActivities } from '../bulk.ts'
import { SignActivityResult } from './sign.ts'

bulkCommand({
  ...onActivities('SIGN', 'SignActivity'),
  many: 'SignActivities',
  result: SignActivityResult,
  commentRequired: false,
  description: 'One record per row, one comment for all. Rows answer in the order sent.',
})
