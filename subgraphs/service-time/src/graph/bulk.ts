import { addBulkTypes } from '@kompetanse/graph'
import { builder } from '../builder.ts'

export const { VersionedId, BulkRefused } = addBulkTypes(builder)
