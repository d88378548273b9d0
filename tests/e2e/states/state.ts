// A state of the portal, and those that follow from it in one visit.

import type { Place } from "../place.ts";

export interface State {
  name: string;
  /** Gets there from the state before it. */
  reach(place: Place): Promise<void>;
}

/** States that one visit goes through, in their order. */
export interface Visit {
  name: string;
  states: State[];
}
