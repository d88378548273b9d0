// States of the portal, and visits that go through several of them.

import type { PortalView } from "../page_object.ts";

export interface State {
  name: string;
  /** Reaches the state from the previous one. */
  reach(view: PortalView): Promise<void>;
}

/** The states that one visit goes through, in order. */
export interface Visit {
  name: string;
  states: State[];
}
