// Borders: the soft edge between two surfaces, with its hair. Opaque where drawn, so that joins cannot darken.

struct Edge {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) before: vec4<f32>, // previous, a
    @location(1) @interpolate(flat) after: vec4<f32>,  // b, next
    @location(2) @interpolate(flat) left: vec2<u32>,
    @location(3) @interpolate(flat) right: vec2<u32>,
    @location(4) @interpolate(flat) hair: vec4<f32>,
    @location(5) @interpolate(flat) width: f32,
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
    out.after = vec4(b, after);
    out.left = surface_of(arc.y);
    out.right = surface_of(arc.z);
    out.position = clip(box_corner(number, a, b, out.width / 2.0 + 1.0));
    return out;
}

@fragment
fn soft_edge(in: Edge) -> @location(0) vec4<f32> {
    let at = in.position.xy - view.canvas.zw;
    let a = in.before.zw;
    let b = in.after.xy;
    let found = to_segment(at, a, b);
    if in.width / 2.0 + 0.5 < found.x || !own(at, found.x, in.before.xy, a, b, in.after.zw) { discard; }
    // y points down: left of the walk is where the cross product is negative
    let ab = b - a;
    let out = at - a;
    let side = select(found.x, -found.x, ab.x * out.y - ab.y * out.x < 0.0);
    let right = clamp(side + 0.5, 0.0, 1.0);
    let below = mix(
        over(surface_at(in.left, in.position.xy), view.ground),
        over(surface_at(in.right, in.position.xy), view.ground), right);
    return over(in.hair * band(side, in.width, 1.0), below);
}
