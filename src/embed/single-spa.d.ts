import type { MountOptions } from "./partner-portal.js";

/** The custom props of the application or parcel: the portal's options and its element. */
export interface SingleSpaProps extends MountOptions {
  /** The name of the application or parcel, set by single-spa. */
  name: string;
  /** The element in which the portal is shown. */
  domElement?: Element | undefined;
  /** Returns that element when the portal is mounted. Without both, the portal creates an element. */
  domElementGetter?: ((props: SingleSpaProps) => Element) | undefined;
}

export function bootstrap(): Promise<void>;
/** Rejects with a TypeError that names an invalid option. */
export function mount(props: SingleSpaProps): Promise<void>;
export function unmount(props: Pick<SingleSpaProps, "name">): Promise<void>;
/** For parcels: applies the options that can change. */
export function update(props: Pick<SingleSpaProps, "name"> & Partial<MountOptions>): Promise<void>;
