import { percent, type Count } from '../domain/progress-count.ts'
import { builder } from '../../builder.ts'

export const ProgressCount = builder.objectRef<Count>('ProgressCount').implement({
  description: 'percent is whole and rounded down, so 100 means all of them.',
  shareable: true,
  fields: (t) => ({
    done: t.exposeInt('done', { description: 'How many are done.' }),
    total: t.exposeInt('total', { description: 'Of how many.' }),
    percent: t.int({
      description: 'Done in percent of all, whole and rounded down; 0 of none.',
      resolve: (count) => percent(count),
    }),
  }),
})
