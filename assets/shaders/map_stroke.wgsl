// Strokes: lines of any width with round joins, first all casings, then all inks.

struct Stroke {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) before: vec4<f32>, // previous, a
    @location(1) @interpolate(flat) after: vec4<f32>,  // b, next
    @location(2) @interpolate(flat) colour: vec4<f32>,
    @location(3) @interpolate(flat) width: f32,
    // place of a and b along the arc, in pixels stretched to whole dashes; length of a dash, dash and gap
    @location(4) @interpolate(flat) dash: vec4<f32>,
    @location(5) @interpolate(flat) inverses: vec3<f32>,
}

struct Segment {
    @location(0) before: vec4<f32>,
    @location(1) after: vec4<f32>,
    @location(2) along: vec3<f32>, // metres from the arc's start to a and b, length of the arc
    @location(3) kind: u32,
}

fn placed(segment: Segment, number: u32, colour: vec4<f32>, width: f32, dash: vec2<f32>) -> Stroke {
    var out: Stroke;
    out.before = vec4(pixels(segment.before.xy), pixels(segment.before.zw));
    out.after = vec4(pixels(segment.after.xy), pixels(segment.after.zw));
    out.inverses = inverses(out.before.xy, out.before.zw, out.after.xy, out.after.zw);
    out.colour = colour;
    out.width = width;
    if 0.0 < dash.y {
        let arc = segment.along.z * view.to_pixels.x;
        // whole dashes only; an arc too short for one is drawn through
        let dashes = max(round(arc / dash.y), 0.0);
        let stretch = dashes * dash.y / max(arc, 1e-6);
        out.dash = vec4(segment.along.xy * view.to_pixels.x * stretch, select(0.0, dash.x, 0.0 < dashes), dash.y);
    }
    out.position = clip(box_corner(number, out.before.zw, out.after.xy, width / 2.0 + 0.6));
    return out;
}

@vertex
fn casing(@builtin(vertex_index) number: u32, segment: Segment) -> Stroke {
    let line = view.lines[segment.kind];
    return placed(segment, number, line.casing, line.measures.y, vec2(0.0));
}

@vertex
fn ink(@builtin(vertex_index) number: u32, segment: Segment) -> Stroke {
    let line = view.lines[segment.kind];
    return placed(segment, number, line.ink, line.measures.x, line.measures.zw);
}

@fragment
fn stroke(in: Stroke) -> @location(0) vec4<f32> {
    let at = in.position.xy - view.canvas.zw;
    let a = in.before.zw;
    let b = in.after.xy;
    let found = to_segment(at, a, b, in.inverses.y);
    let d = sqrt(found.x);
    if in.width / 2.0 + 0.5 < d || !own(at, found.x, in.before, in.after, in.inverses) { discard; }
    var share = band(d, in.width, 1.0);
    if 0.0 < in.dash.z {
        let along = mix(in.dash.x, in.dash.y, found.y);
        share *= band(nearest(along, in.dash.w), in.dash.z, 1.0);
    }
    return in.colour * share;
}
