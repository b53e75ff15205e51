// Distances to a segment and its neighbours on the same line, in pixels from the canvas' corner. A segment and its
// neighbour reckon with the same numbers by the same steps, so they agree to the bit on whose a pixel is.

fn inverse(a: vec2<f32>, b: vec2<f32>) -> f32 {
    let ab = b - a;
    return 1.0 / max(dot(ab, ab), 1e-12);
}

// 1 / length² of the segments from previous to a, from a to b and from b to next; negative where there is none, which
// is told by a point that repeats.
fn inverses(previous: vec2<f32>, a: vec2<f32>, b: vec2<f32>, next: vec2<f32>) -> vec3<f32> {
    return vec3(
        select(inverse(previous, a), -1.0, all(previous == a)),
        inverse(a, b),
        select(inverse(b, next), -1.0, all(b == next)));
}

// x: squared distance, y: share along the segment.
fn to_segment(at: vec2<f32>, a: vec2<f32>, b: vec2<f32>, inverse: f32) -> vec2<f32> {
    let ab = b - a;
    let out = at - a;
    let along = clamp(dot(out, ab) * inverse, 0.0, 1.0);
    let off = out - ab * along;
    return vec2(dot(off, off), along);
}

// Whether the pixel is this segment's and no neighbour's: then each pixel of a line is drawn once and its soft edge
// stays soft.
fn own(at: vec2<f32>, mine: f32, before: vec4<f32>, after: vec4<f32>, inverses: vec3<f32>) -> bool {
    let earlier = to_segment(at, before.xy, before.zw, inverses.x).x;
    let later = to_segment(at, after.xy, after.zw, inverses.z).x;
    return !(0.0 <= inverses.x && earlier <= mine) && !(0.0 <= inverses.z && later < mine);
}

// Corner 0 to 3 of the box around a segment, `reach` pixels wide on every side.
fn box_corner(number: u32, a: vec2<f32>, b: vec2<f32>, reach: f32) -> vec2<f32> {
    let ab = b - a;
    let along = ab / max(length(ab), 1e-6) * reach;
    let across = vec2(-along.y, along.x);
    let end = select(a - along, b + along, (number & 1u) == 1u);
    return end + select(-across, across, 1u < number);
}
