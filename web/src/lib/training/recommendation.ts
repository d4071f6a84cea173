import { m } from '#lib/paraglide/messages.js'
import type { Mark } from '#lib/ui/index.ts'

/** A mentor's recommendation on a goal (§ 26), as a state. */
export const recommendationMark = (recommended: boolean): Mark =>
  recommended
    ? { icon: 'CheckmarkCircleFill', color: 'success', word: m.conv_assess_recommended }
    : { icon: 'Hourglass', color: 'warning', word: m.conv_assess_not_yet }
