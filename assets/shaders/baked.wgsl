// A panel drawn earlier, copied pixel for pixel where something was painted.

struct Place {
    // top left corner of the picture in the target, and the target's size: pixels
    corner: vec2<f32>,
    target_size: vec2<f32>,
}

@group(0) @binding(0) var<uniform> place: Place;
@group(0) @binding(1) var picture: texture_2d<f32>;

@vertex
fn tile_corner(@location(0) at: vec2<f32>) -> @builtin(position) vec4<f32> {
    let share = (at + place.corner) / place.target_size;
    return vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
}

@fragment
fn copied(@builtin(position) position: vec4<f32>) -> @location(0) vec4<f32> {
    return textureLoad(picture, vec2<i32>(floor(position.xy - place.corner)), 0);
}
