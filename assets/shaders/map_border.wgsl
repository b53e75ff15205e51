// Borders: the soft edge between two surfaces, with its hair. Opaque where drawn, so that joins cannot darken.

struct Edge {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) before: vec4<f32>, // previous, a
    @location(1) @interpolate(flat) after: vec4<f32>,  // b, next
    @location(2) @interpolate(flat) left: vec4<f32>,
    @location(3) @interpolate(flat) right: vec4<f32>,
    @location(4) @interpolate(flat) hair: vec4<f32>,
    @location(5) @interpolate(flat) width: f32,
    @location(6) @interpolate(flat) inverses: vec3<f32>,
}

@vertex
fn edge(
    @builtin(vertex_index) number: u32,
    @location(0) previous: vec2<f32>, @location(1) previous_arc: u32,
    @location(2) start: vec2<f32>, @location(3) arc: vec3<u32>,
    @location(4) end: vec2<f32>, @location(5) end_arc: u32,
    @location(6) next: vec2<f32>, @location(7) next_arc: u32,
) -> Edge {
    var out: Edge;
    out.position = OUTSIDE;
    if arc.x != end_arc { return out; }
    let a = pixels(start);
    let b = pixels(end);
    let before = select(a, pixels(previous), previous_arc == arc.x);
    let after = select(b, pixels(next), next_arc == arc.x);
    let line = view.lines[class_of(arc.x)];
    out.hair = line.ink * view.hatch.w;
    out.width = select(0.0, line.measures.x, line.measures.y < 0.0);
    out.before = vec4(before, a);
    out.inverses = inverses(before, a, b, after);
    out.after = vec4(b, after);
    out.left = over(bytes(surface_of(arc.y).x), view.ground);
    out.right = over(bytes(surface_of(arc.z).x), view.ground);
    out.position = clip(box_corner(number, a, b, out.width / 2.0 + 0.6));
    return out;
}

@fragment
fn soft_edge(in: Edge) -> @location(0) vec4<f32> {
    let at = in.position.xy - view.canvas.zw;
    let a = in.before.zw;
    let b = in.after.xy;
    let found = to_segment(at, a, b, in.inverses.y);
    let d = sqrt(found.x);
    if in.width / 2.0 + 0.5 < d || !own(at, found.x, in.before, in.after, in.inverses) { discard; }
    // y points down: left of the walk is where the cross product is negative
    let ab = b - a;
    let out = at - a;
    let side = select(d, -d, ab.x * out.y - ab.y * out.x < 0.0);
    let below = mix(in.left, in.right, clamp(side + 0.5, 0.0, 1.0));
    return over(in.hair * band(side, in.width, 1.0), below);
}
