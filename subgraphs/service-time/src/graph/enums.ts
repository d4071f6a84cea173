import { addSortDirection } from '@kompetanse/graph'
import { builder } from '../builder.ts'

export const SortDirection = addSortDirection(builder)
