import { bulkCommands } from '@kompetanse/graph'
import { builder } from '../builder.ts'

export const bulkCommand = bulkCommands(builder)
