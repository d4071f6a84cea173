import { m } from '#lib/paraglide/messages.js'
import type { Shortcut } from '#lib/ui/index.ts'
import { groupRows } from './order.ts'
import type { QueueWords } from './words.ts'
import type { QueueWork } from './work.svelte.ts'

const groupOfCurrent = (work: QueueWork): string | undefined =>
  groupRows(work.state.rows, work.state.grouping).find((group) =>
    group.rows.some((row) => row.id === work.state.current),
  )?.key

/** The keyboard map of every queue. With a choice, `s` and `r` act on it and never on the current row. */
export const queueKeys = (work: QueueWork, words: QueueWords): readonly Shortcut[] => {
  const group = words.heading()
  const key = (name: string, text: string, run: () => void): Shortcut => ({ key: name, text, group, run })
  return [
    key('j', m.queue_key_down(), () => work.move(1)),
    key('k', m.queue_key_up(), () => work.move(-1)),
    key('x', m.queue_key_select(), () => work.current && work.step({ type: 'toggle', id: work.current.id })),
    key('X', m.queue_key_select_group(), () => {
      const one = groupOfCurrent(work)
      if (one) work.step({ type: 'toggleGroup', key: one })
    }),
    key('s', words.accept(), () => void work.accept()),
    key('r', m.queue_key_reject(), () => work.write('rejecting')),
    key('c', m.queue_key_comment(), () => work.write('commenting')),
    key('n', m.queue_key_arrivals(), () => work.step({ type: 'showArrivals' })),
    ...(words.undo ? [key('z', m.undo(), () => void work.undo())] : []),
    key('Escape', m.queue_key_escape(), () => work.escape()),
  ]
}
