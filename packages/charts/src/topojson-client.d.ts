declare module 'topojson-client' {
  type Position = [longitude: number, latitude: number];
  interface Topology {
    readonly type: 'Topology';
    readonly arcs: ReadonlyArray<ReadonlyArray<Position>>;
    readonly objects: Readonly<Record<string, unknown>>;
  }
  interface CountryFeature {
    readonly id?: string;
    readonly properties: { readonly name?: string };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] }
      | null;
  }
  function feature(topology: Topology, object: unknown): { readonly features: readonly CountryFeature[] };
  function mesh(
    topology: Topology,
    object: unknown,
    filter?: (a: unknown, b: unknown) => boolean,
  ): { readonly coordinates: Position[][] };
}
