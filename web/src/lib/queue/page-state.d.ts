declare global {
  namespace App {
    interface PageState {
      /** A queue's item is open as a page of its own; going back closes it. */
      opened?: boolean
    }
  }
}

export {}
