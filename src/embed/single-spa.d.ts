import type { MountOptions } from "./partner-portal.js";

/** The custom props of the application or parcel: the portal's options, and where it stands. */
export interface SingleSpaProps extends MountOptions {
  /** The application's or parcel's name; single-spa gives it. */
  name: string;
  /** Where the portal stands. */
  domElement?: Element | undefined;
  /** The same, asked for when it is mounted. Without either the portal has an element of its own. */
  domElementGetter?: ((props: SingleSpaProps) => Element) | undefined;
}

export function bootstrap(): Promise<void>;
/** Rejects with a TypeError that names a wrong option. */
export function mount(props: SingleSpaProps): Promise<void>;
export function unmount(props: Pick<SingleSpaProps, "name">): Promise<void>;
/** For parcels: takes over the options that can change. */
export function update(props: Pick<SingleSpaProps, "name"> & Partial<MountOptions>): Promise<void>;
