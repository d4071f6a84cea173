import { builder } from '../builder.ts'

export interface Count {
  readonly done: number
  readonly total: number
}

export const ProgressCount = builder.objectRef<Count>('ProgressCount').implement({
  description: 'percent is whole and rounded down, so 100 means all of them.',
  shareable: true,
  fields: (t) => ({
    done: t.exposeInt('done'),
    total: t.exposeInt('total'),
    percent: t.int({ resolve: ({ done, total }) => percent(done, total) }),
  }),
})

export const percent = (done: number, total: number): number =>
  total === 0 ? 0 : Math.floor((100 * done) / total)
